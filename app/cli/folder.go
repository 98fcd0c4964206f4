package cli

import "path/filepath"

// DataFolder is where a user's desk lies on a system (GOOS) when nothing else
// is said: %LOCALAPPDATA%\Siaga, ~/Library/Application Support/Siaga, or
// $XDG_DATA_HOME/siaga, which is ~/.local/share/siaga.
func DataFolder(system, home string, env func(name string) string) string {
	switch system {
	case "windows":
		if local := env("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "Siaga")
		}
		return filepath.Join(home, "AppData", "Local", "Siaga")
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Siaga")
	}
	if shared := env("XDG_DATA_HOME"); filepath.IsAbs(shared) {
		return filepath.Join(shared, "siaga")
	}
	return filepath.Join(home, ".local", "share", "siaga")
}

//go:build linux || darwin

package journal

import "golang.org/x/sys/unix"

// Room is the free space in bytes that this user has on the disk of the folder.
func Room(dir string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}

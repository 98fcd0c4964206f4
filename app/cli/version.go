package cli

import (
	"runtime"
	"runtime/debug"
)

// versionOf is what version tells a program.
type versionOf struct {
	Version  string `json:"version"`
	Revision word   `json:"revision"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// version prints which program this is.
func version(c *call) error {
	v := versionOf{Version: "(devel)", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		v.Version = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				v.Revision = word(s.Value)
			}
		}
	}
	if c.has("json") {
		return c.sayJSON(v)
	}
	c.say(plain("siaga " + v.Version + " " + string(v.Revision) + " " + v.Go + " " + v.Platform))
	return nil
}

package store

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// letGo takes the pages of a folder's tables out of this process's memory. They
// are on the disk, and come back when they are read; but nobody reads the tables
// that a remake has written, and the system would count them as ours for as long
// as they are open. It is a courtesy: what goes wrong is passed over. No table
// may be closed meanwhile.
func letGo(dir string) {
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		return
	}
	defer maps.Close()
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		line := lines.Text()
		var from, to uintptr
		if !strings.Contains(line, dir+"/") || !strings.HasSuffix(line, ".sst") {
			continue
		}
		if n, _ := fmt.Sscanf(line, "%x-%x", &from, &to); n == 2 {
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
		}
	}
}

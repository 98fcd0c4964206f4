package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"siaga/app/bundle"
	"siaga/model"
)

// megabyte is what mail programs count by.
const megabyte = 1_000_000

// split cuts a file that is larger than a size into pieces beside it and removes
// it; it returns their paths, none when the file is small enough. What fails
// leaves the file and no pieces.
func split(path string, size int64) (parts []string, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, model.Refuse("refuse.file", "Path", path)
	}
	info, err := file.Stat()
	if err == nil && (size <= 0 || info.Size() > size) {
		parts, err = cut(file, info.Size(), size)
	}
	if err = errors.Join(err, file.Close()); err == nil && len(parts) > 0 {
		err = os.Remove(path)
	}
	if err != nil {
		for _, part := range parts {
			_ = os.Remove(part) // half of them is of no use
		}
		return nil, err
	}
	return parts, nil
}

func cut(file *os.File, length, size int64) (parts []string, err error) {
	err = bundle.Split(file, length, size, func(n, of int) (io.WriteCloser, error) {
		part := fmt.Sprintf("%s.part-%d-of-%d", file.Name(), n, of)
		out, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, model.Refuse("refuse.file-write", "Path", part)
		}
		parts = append(parts, part)
		return out, nil
	})
	return parts, err
}

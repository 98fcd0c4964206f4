package stage

// Answers is a person who answers when a page asks for a file or folder.
type Answers struct {
	Path   string   // what is answered; empty answers nothing
	Asked  []string // the titles of what was asked
	Opened []string // what was opened with the system's program
}

// File answers with the path.
func (a *Answers) File(title string, then func(path string)) { a.answer(title, then) }

// Folder answers with the path.
func (a *Answers) Folder(title string, then func(path string)) { a.answer(title, then) }

// Save answers with the path, whatever name was offered.
func (a *Answers) Save(title, _ string, then func(path string)) { a.answer(title, then) }

func (a *Answers) answer(title string, then func(path string)) {
	a.Asked = append(a.Asked, title)
	if a.Path != "" {
		then(a.Path)
	}
}

func (a *Answers) show(path string) error {
	a.Opened = append(a.Opened, path)
	return nil
}

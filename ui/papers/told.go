package papers

import (
	"path/filepath"

	"siaga/ui/look"
	"siaga/ui/widgets"
)

// told says where a file was saved and offers to open it or its folder.
func (p *Page) told(path string) {
	show := func(what string) func() {
		return func() {
			if err := p.around.Files.Show(what); err != nil {
				p.around.Fail(err)
			}
		}
	}
	folder := filepath.Dir(path)
	p.page.Say(look.Kept, p.around.T("papers.saved", "Name", filepath.Base(path), "Folder", folder),
		widgets.NewButton(p.around.T("common.openfile"), look.IconPapers, show(path)),
		widgets.NewButton(p.around.T("common.openfolder"), look.IconFolder, show(folder)))
}

package model

import "testing"

func TestAnOfficeBeginsWithSixteenGoodCategories(t *testing.T) {
	list := DefaultCategories()
	if len(list) != 16 {
		t.Errorf("%d categories", len(list))
	}
	if err := CheckCategories(list); err != nil {
		t.Error(err)
	}
	list[0].Code = "ZZZ"
	if DefaultCategories()[0].Code != "WDF" {
		t.Error("changing one office's list changed the default")
	}
}

func TestACategoryThatCannotBeUsedIsRefused(t *testing.T) {
	good := DefaultCategories()[0]
	change := func(f func(*Category)) []Category {
		c := good
		c.Code = "NEW"
		f(&c)
		return []Category{good, c}
	}
	for key, list := range map[string][]Category{
		"refuse.categories-empty": nil,
		"refuse.category-code":    change(func(c *Category) { c.Code = " " }),
		"refuse.category-twice":   change(func(c *Category) { c.Code = good.Code }),
		"refuse.category-name":    change(func(c *Category) { c.English = "" }),
		"refuse.category-team":    change(func(c *Category) { c.Team = "IX" }),
	} {
		r, ok := AsRefusal(CheckCategories(list))
		if !ok || r.Key != key {
			t.Errorf("want %s, got %v", key, r)
		}
	}
}

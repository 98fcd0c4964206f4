package exchange

import "siaga/ui/place"

// flat is a section that has nothing to open or to go back from.
type flat struct{}

func (flat) route() place.Route { return place.Route{} }

func (flat) back() bool { return false }

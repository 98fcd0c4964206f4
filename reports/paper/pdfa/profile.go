package pdfa

import (
	"encoding/binary"
	"math"
	"slices"
)

// tag is an element of a colour profile; shared names its further uses.
type tag struct {
	names []string
	data  []byte
}

// profileSRGB builds a small sRGB display profile (ICC.1:2001, version 2.1)
// from the numbers of IEC 61966-2-1, free of anybody's licence.
func profileSRGB() []byte {
	return profile([]tag{
		{[]string{"desc"}, description("sRGB IEC61966-2.1")},
		{[]string{"cprt"}, []byte("text\x00\x00\x00\x00Public domain\x00")},
		{[]string{"wtpt"}, tristimulus(0.9505, 1, 1.0891)},
		{[]string{"rXYZ"}, tristimulus(0.43607, 0.22249, 0.01392)},
		{[]string{"gXYZ"}, tristimulus(0.38515, 0.71687, 0.09708)},
		{[]string{"bXYZ"}, tristimulus(0.14307, 0.06061, 0.71410)},
		{[]string{"rTRC", "gTRC", "bTRC"}, curve()},
	})
}

func profile(tags []tag) []byte {
	count := 0
	for _, t := range tags {
		count += len(t.names)
	}
	index := binary.BigEndian.AppendUint32(nil, uint32(count))
	var data []byte
	for _, t := range tags {
		at := 128 + 4 + 12*count + len(data)
		for _, name := range t.names {
			index = append(index, name...)
			index = binary.BigEndian.AppendUint32(index, uint32(at))
			index = binary.BigEndian.AppendUint32(index, uint32(len(t.data)))
		}
		data = append(data, t.data...)
		data = append(data, make([]byte, (4-len(data)%4)%4)...)
	}
	whole := slices.Concat(profileHeader(), index, data)
	binary.BigEndian.PutUint32(whole, uint32(len(whole)))
	return whole
}

func profileHeader() []byte {
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head[8:], 0x02100000)
	copy(head[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(head[24:], 2026) // year, month and day of the profile
	binary.BigEndian.PutUint16(head[26:], 1)
	binary.BigEndian.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	copy(head[68:], tristimulus(0.9642, 1, 0.8249)[8:])
	return head
}

// tristimulus is an XYZType value.
func tristimulus(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(v*65536))))
	}
	return out
}

// description is a textDescriptionType with the ASCII part only.
func description(s string) []byte {
	out := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(s)+1))
	out = append(out, s...)
	return append(out, make([]byte, 1+4+4+2+1+67)...)
}

// curve is the sRGB transfer function in 1024 steps.
func curve() []byte {
	const steps = 1024
	out := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(math.Round(v*65535)))
	}
	return out
}

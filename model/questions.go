package model

import "strconv"

// Answers are the ten letters with which the classification instrument of
// Peraturan BSSN 8/2020 was answered, question 1 first, for example
// "ABCCACBBCC".
type Answers string

// Questions is how many questions the instrument asks.
const Questions = 10

// points is what each letter is worth.
var points = map[rune]int{'A': 5, 'B': 2, 'C': 1}

// Choices are the letters a question can be answered with, the weightiest
// first.
var Choices = []string{"A", "B", "C"}

// QuestionKey names the words of a question, 1 to 10; with ".a", ".b" or ".c"
// behind it, those of an answer.
func QuestionKey(number int) string { return "question." + strconv.Itoa(number) }

// Table is the reading of the thresholds between the classes: the sources
// disagree at exactly 35 points.
type Table string

// The two readings.
const (
	TableBSSN Table = "bssn-8-2020" // Strategis from 36
	TableKAMI Table = "kami"        // Strategis from 35, as the Indeks KAMI workbook
)

// Tables lists both, the default first.
var Tables = []Table{TableBSSN, TableKAMI}

// WordKey names the table's word.
func (t Table) WordKey() string { return "table." + string(t) }

// Score adds the answers up to 10 to 50 points; it refuses anything but ten
// letters A, B or C.
func Score(answers Answers) (int, error) {
	if len(answers) != Questions {
		return 0, RefuseAt("answers", "refuse.answers")
	}
	score := 0
	for _, letter := range answers {
		if points[letter] == 0 {
			return 0, RefuseAt("answers", "refuse.answers")
		}
		score += points[letter]
	}
	return score, nil
}

// ClassOf is the class of a Sistem Elektronik with that score; every table but
// TableKAMI is read as TableBSSN.
func ClassOf(score int, table Table) Class {
	strategis := 36
	if table == TableKAMI {
		strategis = 35
	}
	switch {
	case score >= strategis:
		return Strategis
	case score >= 16:
		return Tinggi
	}
	return Rendah
}

// Ambiguous reports a score on which the two tables disagree.
func Ambiguous(score int) bool { return ClassOf(score, TableBSSN) != ClassOf(score, TableKAMI) }

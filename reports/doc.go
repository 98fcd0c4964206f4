// Package reports turns plain values into documents in a given language:
// official PDFs through reports/paper and workbooks. Every number and name is
// in the value before; a writer only prints, so window, PDF and workbook carry
// the same figures.
package reports

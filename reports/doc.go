// Package reports turns plain values into documents in a given language:
// official PDFs through reports/paper and workbooks. Every number and name is
// in the value before; a writer only prints, so window, PDF and workbook carry
// the same figures.
//
//	Resolution    Laporan Penyelesaian Insiden      Sheets
//	Answer        jawaban bukan insiden             Sheets
//	Announcement  pengumuman                        Sheets
//	CustodyForm   rantai penjagaan barang bukti     Sheets
//	CustodyRecord berita acara serah terima         Sheets
//	Periodic      laporan berkala                   Sheets, XLSX
//	Register      register insiden                  XLSX
//
// Sheets gives pages, which are shown as pictures and written as PDF/A-2u; the
// English ones say on each page that they are an unofficial translation.
package reports

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Tiny.Bench.Results.Pages;

/// <summary>All results in one file, for spreadsheets and programs.</summary>
internal static class PageDownloads
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>One line a record. A text that a spreadsheet would take for a formula is kept from it by an apostrophe.</summary>
    public static void WriteCsv(string path, PageSite site)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\n",
            InjectionOptions = InjectionOptions.Escape,
            InjectionCharacters = ['=', '@', '\t', '\r'],
        };
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var csv = new CsvWriter(writer, configuration);
        csv.WriteRecords(site.Entries.Select(entry => entry.Row));
    }

    /// <summary>An array with one object a line.</summary>
    public static void WriteJson(string path, PageSite site)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        writer.Write('[');
        string separator = "\n";
        foreach (PageEntry entry in site.Entries)
        {
            writer.Write(separator + JsonSerializer.Serialize(entry.Row, Options));
            separator = ",\n";
        }

        writer.WriteLine("\n]");
    }
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Results.Import;

/// <summary>Records as a table with the columns of <c>published.csv</c>.</summary>
public static class PublishedTable
{
    /// <summary>
    /// Writes a heading and one line per record, in the order given; LF, quotes only where CSV needs them. Where a record was audited, a column
    /// <c>audit</c> follows those of published.csv.
    /// </summary>
    public static void Write(TextWriter output, IEnumerable<RunRecord> records)
    {
        var format = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\n",

            // A blank at an end is part of a field, and no reason for quotes.
            ShouldQuote = arguments => arguments.Field.AsSpan().IndexOfAny(",\"\r\n") >= 0,
        };
        using var csv = new CsvWriter(output, format, leaveOpen: true);
        RunRecord[] all = [.. records];
        if (!Array.Exists(all, record => record.Audit is not null))
        {
            csv.WriteRecords(all.Select(PublishedRow.Of));
            return;
        }

        csv.WriteHeader<PublishedRow>();
        csv.WriteField("audit");
        csv.NextRecord();
        foreach (RunRecord record in all)
        {
            csv.WriteRecord(PublishedRow.Of(record));
            csv.WriteField(record.Audit?.Describe() ?? "");
            csv.NextRecord();
        }
    }

    /// <summary>Headings of <see cref="Brief"/>; <c>&gt;</c> before one asks for alignment to the right.</summary>
    public static IReadOnlyList<string> BriefHeadings { get; } =
        ["round", "division", "submitter", "system", "variant", "task", ">latency ms", ">inf/s", ">shortest window s", ">energy uJ", ">power mW", ">top-1 %", ">AUC"];

    /// <summary>The cells of a record that fit on a screen, in the formats of the table.</summary>
    public static IReadOnlyList<string> Brief(RunRecord record)
    {
        PublishedRow row = PublishedRow.Of(record);
        return
        [
            row.Round, row.Division, row.Submitter, row.System, row.Variant, row.Task, row.LatencyMilliseconds, row.InferencesPerSecond,
            row.ShortestWindowSeconds, row.EnergyMicrojoules, row.PowerMilliwatts, row.TopOne, row.Auc,
        ];
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="CsvHelperException">A line is broken or a column is missing.</exception>
    internal static IReadOnlyList<PublishedRow> Read(TextReader input)
    {
        using var csv = new CsvReader(input, CultureInfo.InvariantCulture, leaveOpen: true);
        return [.. csv.GetRecords<PublishedRow>()];
    }
}

using Tiny.Bench.Cli.Output;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>Items as a table.</summary>
internal static class DataText
{
    public static void Write(TextWriter output, IReadOnlyList<DataRow> rows) => TextTable.Write(
        output,
        ["item", "kind", "tasks", ">size", "check", "at hand", "licence"],
        rows.Select(row => (IReadOnlyList<string>)
        [
            row.Item.Id,
            row.Item.Kind.ToString().ToLowerInvariant(),
            string.Join(' ', row.Item.Tasks),
            row.Item.Bytes is { } bytes ? ByteText.Of(bytes) : "-",
            CheckOf(row.Item),
            row.Found is { } found ? $"{found.Path} ({found.Origin})" : "-",
            row.Item.Licence,
        ]));

    // What stands between a user and another file.
    private static string CheckOf(CatalogItem item) => item switch
    {
        { Url: null } => "not fetched",
        { Sha256: not null } => "SHA-256",
        { Md5: not null } => "MD5 only",
        _ => "none",
    };
}

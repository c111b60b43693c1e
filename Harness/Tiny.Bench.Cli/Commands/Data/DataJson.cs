using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>Items as <c>--json</c> prints them.</summary>
internal static class DataJson
{
    public static object Of(DataRow row)
    {
        CatalogItem item = row.Item;
        return new
        {
            item.Id,
            item.Kind,
            item.Tasks,
            Url = item.Url?.AbsoluteUri,
            item.Bytes,
            item.Sha256,
            item.Md5,
            List = item.List?.Sha256,
            Samples = item.List?.Samples,
            item.Layout,
            item.Licence,
            item.Source,
            row.Found?.Path,
            row.Found?.Origin,
        };
    }
}

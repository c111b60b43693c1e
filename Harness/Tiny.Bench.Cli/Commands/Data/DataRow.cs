using Tiny.Bench.Datasets.Catalog;
using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>An item and where it is at hand, if it is.</summary>
internal sealed record DataRow(CatalogItem Item, FoundItem? Found);

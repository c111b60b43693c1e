namespace Tiny.Bench.Datasets.Catalog;

/// <summary>One file of the catalogue, as it stands.</summary>
internal sealed record CatalogFile
{
    public required string Title { get; init; }

    public required IReadOnlyList<CatalogItem> Items { get; init; }
}

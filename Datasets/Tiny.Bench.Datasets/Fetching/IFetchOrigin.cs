using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Where the bytes of an item come from.</summary>
internal interface IFetchOrigin
{
    /// <summary>Brings a part to its end. Whether the bytes are the right ones is checked by the caller.</summary>
    /// <exception cref="FetchException">It cannot be done; what came is kept where it is of use.</exception>
    Task FillAsync(CatalogItem item, PartialFile part, IProgress<FetchProgress>? progress, CancellationToken cancellationToken);
}

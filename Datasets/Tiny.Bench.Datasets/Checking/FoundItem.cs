using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Checking;

/// <summary>Something that lies where an item belongs.</summary>
/// <param name="Item">The item.</param>
/// <param name="Path">The file or folder.</param>
/// <param name="Origin">Who named the place: an option, a variable, the user's cache.</param>
/// <param name="IsMeant">False for a folder with another list than the item's: the user's own, or one that was made from a source.</param>
public sealed record FoundItem(CatalogItem Item, string Path, string Origin, bool IsMeant);

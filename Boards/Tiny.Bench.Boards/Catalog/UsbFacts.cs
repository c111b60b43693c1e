namespace Tiny.Bench.Boards.Catalog;

/// <summary>What USB enumeration shows of a board. Boards with the same debug adapter look alike.</summary>
/// <param name="Ids">Every vendor and product id that the board's serial port may have.</param>
/// <param name="Adapter">What answers under these ids: a debug adapter, a bridge, the chip itself.</param>
/// <param name="Source">Document and section.</param>
public sealed record UsbFacts(IReadOnlyList<UsbId> Ids, string Adapter, string Source);

namespace Tiny.Bench.Boards.Catalog;

/// <summary>Memory on the chip, and flash on the board where the chip has none.</summary>
/// <param name="RamBytes">RAM in bytes; null when no source tells it.</param>
/// <param name="FlashBytes">Flash in bytes; null when there is none or no source tells it.</param>
/// <param name="Source">Document and section.</param>
public sealed record MemoryFacts(long? RamBytes, long? FlashBytes, string Source);

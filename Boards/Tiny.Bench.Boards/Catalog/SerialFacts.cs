namespace Tiny.Bench.Boards.Catalog;

/// <summary>The serial port of the firmware.</summary>
/// <param name="Baud">Bits a second, 8N1, no flow control.</param>
/// <param name="Source">Document and section.</param>
public sealed record SerialFacts(int Baud, string Source);

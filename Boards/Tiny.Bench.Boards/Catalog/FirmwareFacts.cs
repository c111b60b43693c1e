namespace Tiny.Bench.Boards.Catalog;

/// <summary>Our firmware for a board, and what builds it.</summary>
/// <param name="Port">Folder under <c>Boards/Firmware/ports</c>.</param>
/// <param name="Compiler">The compiler's command.</param>
/// <param name="Packages">Debian packages that bring compiler and C library.</param>
/// <param name="Source">Where these are told.</param>
public sealed record FirmwareFacts(string Port, string Compiler, IReadOnlyList<string> Packages, string Source);

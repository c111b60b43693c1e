namespace Tiny.Bench.Boards.Probing;

/// <summary>What a device said of itself.</summary>
/// <param name="Vendor">The text of <c>m-name-dut-[...]</c>.</param>
/// <param name="Model">The text of <c>m-model-[...]</c>; null when it gave none.</param>
/// <param name="Board">The board that our own firmware was built for; null for other firmware.</param>
public sealed record ProbeAnswer(string Vendor, string? Model, string? Board = null);

namespace Tiny.Bench.Boards.Protocol;

/// <summary>What a device says it is.</summary>
/// <param name="Vendor">Of the firmware; free text.</param>
/// <param name="ModelId">The model it was built with; null when <c>profile</c> does not tell.</param>
public sealed record DeviceIdentity(string Vendor, string? ModelId);

namespace Tiny.Bench.Boards.Catalog;

/// <summary>Where QEMU's loader puts a plan before the firmware starts.</summary>
/// <param name="Address">The address on the machine's bus.</param>
/// <param name="CapacityBytes">The largest plan, in bytes.</param>
public readonly record struct PlanRegion(uint Address, int CapacityBytes);

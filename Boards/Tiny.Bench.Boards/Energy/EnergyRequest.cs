using Tiny.Bench.Boards.Systems;

namespace Tiny.Bench.Boards.Energy;

/// <summary>What is measured with what.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="SupplyVolts">The board's supply.</param>
/// <param name="Wiring">What stands between host and board.</param>
public sealed record EnergyRequest(MeterAddress Meter, double SupplyVolts, EnergyWiring Wiring);

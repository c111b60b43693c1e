namespace Tiny.Bench.Boards.Energy.Uncertainty;

/// <summary>The supply of the board.</summary>
/// <param name="Volts">Nominal voltage, more than 0.</param>
/// <param name="Tolerance">How far it may be off, as a share; 0 where the meter measures it.</param>
public sealed record SupplyVoltage(double Volts, double Tolerance = 0);

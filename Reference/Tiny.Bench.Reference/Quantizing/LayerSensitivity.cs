namespace Tiny.Bench.Reference.Quantizing;

/// <summary>What 4-bit weights in one operator cost and save.</summary>
/// <param name="Operator">Index in the float model.</param>
/// <param name="Name">The schema's name of the operator.</param>
/// <param name="SavedBytes">Bytes by which the file gets smaller.</param>
/// <param name="Damage">Mean squared error of the model's result against the float model's, less that of int8 weights everywhere; not below 0.</param>
public readonly record struct LayerSensitivity(int Operator, string Name, int SavedBytes, double Damage);

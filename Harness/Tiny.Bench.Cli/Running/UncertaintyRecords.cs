using Tiny.Bench.Boards.Energy.Uncertainty;
using Tiny.Bench.Results.Records;

namespace Tiny.Bench.Cli.Running;

/// <summary>Hands a budget of Boards to the records of Results.</summary>
internal static class UncertaintyRecords
{
    /// <summary>The budget as a record keeps it.</summary>
    public static EnergyUncertaintyRecord Of(UncertaintyBudget budget) => new()
    {
        ExpandedMicrojoules = budget.ExpandedUncertainty,
        CoverageFactor = budget.CoverageFactor,
        Components = [.. budget.Components.Select(component => new UncertaintyComponentRecord
        {
            Name = component.Name,
            Distribution = component.Distribution switch
            {
                UncertaintyDistribution.Normal => "normal",
                UncertaintyDistribution.Rectangular => "rectangular",
                UncertaintyDistribution.Triangular => "triangular",
                _ => "student",
            },
            StandardMicrojoules = component.Standard,
            DegreesOfFreedom = component.DegreesOfFreedom > 0 ? component.DegreesOfFreedom : null,
            Source = component.Source,
        })],
    };
}

using Tiny.Bench.Reference.Kernels;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>An int8 operator of a model that requantizes.</summary>
/// <param name="Model">What the file says.</param>
/// <param name="Sites">One per output channel; empty for ADD.</param>
/// <param name="Sum">The factors of ADD, else null.</param>
public sealed record RequantizingOperator(ModelOperator Model, IReadOnlyList<RequantizationSite> Sites, SumCodes? Sum);

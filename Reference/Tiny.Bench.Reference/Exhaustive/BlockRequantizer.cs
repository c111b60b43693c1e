using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Exhaustive;

/// <summary>Requantizes consecutive accumulators with the widest vectors of the processor.</summary>
/// <param name="first">The first accumulator.</param>
/// <param name="scale">The factor.</param>
/// <param name="results">One for each accumulator from <paramref name="first"/> on.</param>
internal delegate void BlockRequantizer(int first, QuantizedMultiplier scale, Span<int> results);

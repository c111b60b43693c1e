using System.Numerics;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Harness.Conformance;

public sealed class FirstWrongOperatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    [InlineData(64)]
    [InlineData(100)]
    public async Task One_at_a_time_it_is_found_within_the_bound(int operators)
    {
        // ceil(log2 n) + 1.
        int bound = BitOperations.Log2((uint)(operators * 2) - 1) + 1;
        for (int wrong = 0; wrong < operators; wrong++)
        {
            var system = new Checksums(operators, index => index >= wrong, tellsAll: false);
            FirstWrongOperator? found = await FindAsync(system);
            Assert.Equal(wrong, found!.Value.Index);
            Assert.Equal(system.Asked, found.Value.Exchanges);
            Assert.InRange(found.Value.Exchanges, 1, bound);
        }
    }

    [Fact]
    public async Task A_system_that_tells_all_is_asked_once_and_proves_it()
    {
        var system = new Checksums(50, index => index is 7 or 49, tellsAll: true);
        Assert.Equal(new FirstWrongOperator(7, Exchanges: 1, IsProven: true), await FindAsync(system));
    }

    [Fact]
    public async Task An_operator_that_is_right_by_chance_does_not_hide_the_first_from_a_system_that_tells_all()
    {
        var system = new Checksums(13, index => index is 2 or 12, tellsAll: true);
        Assert.Equal(2, (await FindAsync(system))!.Value.Index);
    }

    /// <summary>Bisection cannot see behind an operator that is right by chance; it must not claim to.</summary>
    [Fact]
    public async Task What_bisection_cannot_know_it_does_not_claim()
    {
        var system = new Checksums(16, index => index is 2 or >= 12, tellsAll: false);
        FirstWrongOperator found = (await FindAsync(system))!.Value;
        Assert.Equal((12, false), (found.Index, found.IsProven));
    }

    [Fact]
    public async Task Where_nothing_is_wrong_nothing_is_found() =>
        Assert.Null(await FindAsync(new Checksums(13, _ => false, tellsAll: true)));

    private static ValueTask<FirstWrongOperator?> FindAsync(Checksums system) =>
        FirstWrongOperator.FindAsync(system, default, [.. Enumerable.Range(0, system.Count).Select(index => (uint)index)], CancellationToken.None);

    // The right checksum of operator i is i.
    private sealed class Checksums(int count, Func<int, bool> isWrong, bool tellsAll) : IOperatorChecksums
    {
        public int Count => count;

        public int Asked { get; private set; }

        public ValueTask<IReadOnlyList<OperatorTrace>> AskAsync(ReadOnlyMemory<byte> input, int index, CancellationToken cancellationToken)
        {
            Asked++;
            IEnumerable<int> told = tellsAll ? Enumerable.Range(0, count) : [index];
            return ValueTask.FromResult<IReadOnlyList<OperatorTrace>>(
                [.. told.Select(each => new OperatorTrace(each, isWrong(each) ? uint.MaxValue : (uint)each, 0))]);
        }
    }
}

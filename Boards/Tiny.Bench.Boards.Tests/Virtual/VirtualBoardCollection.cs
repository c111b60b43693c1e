namespace Tiny.Bench.Boards.Virtual;

/// <summary>The tests that start virtual boards: one after the other, with one set of firmware.</summary>
[CollectionDefinition(Name)]
public sealed class VirtualBoardCollection : ICollectionFixture<VirtualBoards>
{
    public const string Name = "virtual boards";
}

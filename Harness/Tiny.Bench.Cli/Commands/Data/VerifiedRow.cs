using Tiny.Bench.Datasets.Checking;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>What <c>data verify</c> found at one place; its members are those of the JSON.</summary>
internal sealed record VerifiedRow(string Id, string Path, string Origin, ItemState State, string Text);

namespace Tiny.Bench.Boards.Virtual.InterfaceBoard;

/// <summary>How an emulated interface board behaves.</summary>
public sealed record InterfaceBoardOptions
{
    /// <summary>The speed that the board behind it runs at: at another one the two do not understand each other.</summary>
    public int BoardBaud { get; init; } = 9600;

    /// <summary>The speed that it has in its flash when it starts.</summary>
    public int StoredBaud { get; init; } = 9600;

    /// <summary>How long it hears nothing after a change of the speed.</summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

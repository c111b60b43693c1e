namespace Tiny.Bench.Boards.Links;

/// <summary>The user may not open the port.</summary>
public sealed class PortAccessException : LinkException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">The port's name.</param>
    /// <param name="group">The group that may open it; null when no group may, or none is known.</param>
    /// <param name="cause">What the operating system said.</param>
    public PortAccessException(string where, string? group, Exception? cause = null)
        : base(
            where,
            group is null
                ? "permission denied; expected leave to read and write it"
                : $"permission denied; its group is {group}: join it (sudo usermod -aG {group} $USER), then log in again",
            cause) =>
        Group = group;

    /// <summary>The group to join; null when none is known.</summary>
    public string? Group { get; }
}

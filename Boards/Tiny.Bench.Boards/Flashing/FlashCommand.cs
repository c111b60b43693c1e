namespace Tiny.Bench.Boards.Flashing;

/// <summary>One way to write a board's flash: a tool and its arguments with places to fill in.</summary>
/// <param name="Tool">A name of <see cref="FlashTool.Known"/>.</param>
/// <param name="Arguments">
/// One text per argument. <c>{file}</c> becomes the firmware file, <c>{tclFile}</c> the same quoted for a Tcl command, <c>{port}</c> the
/// serial port; an argument that is just <c>{probe}</c> becomes the arguments of <paramref name="Probe"/>.
/// </param>
/// <param name="Probe">Arguments that pick one of several adapters by its serial number <c>{serial}</c>; may be empty.</param>
/// <param name="Before">What to do with the board first, as one sentence; null for nothing.</param>
/// <param name="Source">Document and section.</param>
public sealed record FlashCommand(string Tool, IReadOnlyList<string> Arguments, IReadOnlyList<string> Probe, string? Before, string Source);

using System.CommandLine;
using Tiny.Bench.Boards.Catalog;
using Tiny.Bench.Boards.Firmware;
using Tiny.Bench.Boards.Systems;
using Tiny.Bench.Boards.Tools;

namespace Tiny.Bench.Cli.Commands;

/// <summary>The options of <c>run</c> that say how boards are driven.</summary>
internal sealed class BoardOptionSet
{
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an accuracy run on a board that was broken off, after its last verified sample." };
    private readonly Option<bool> _official = new("--official") { Description = "Speak the official protocol only, also to firmware that knows more." };
    private readonly Option<bool> _verify = new("--verify") { Description = "With the official protocol: read every upload back and ask for every result twice." };
    private readonly Option<bool> _noTranscript = new("--no-transcript") { Description = "Keep no transcript of the link beside the record." };
    private readonly Option<int?> _arena = new("--arena") { Description = "Build virtual boards with N bytes for tensors.", HelpName = "N" };
    private readonly Option<string?> _catalog = CommonOptions.Path("--catalog", "Folder of further board descriptions.");

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _resume, _official, _verify, _noTranscript, _arena, _catalog })
            command.Add(option);
    }

    /// <summary>Adds only those that say what a board is, for commands that need our extension anyway.</summary>
    public void AddBuildOptionsTo(Command command)
    {
        command.Add(_arena);
        command.Add(_catalog);
    }

    public bool KeepsTranscript(ParseResult parsed) => !parsed.GetValue(_noTranscript);

    public bool Resumes(ParseResult parsed) => parsed.GetValue(_resume);

    public BoardTargets Targets(ParseResult parsed)
    {
        string[] folders = parsed.GetValue(_catalog) is { } own ? [BoardCatalog.DefaultFolder, own] : [BoardCatalog.DefaultFolder];
        var tools = new ToolPath();
        return new BoardTargets(
            BoardCatalog.Load(folders),
            new FirmwareCache(FirmwareMake.FindFolder() ?? "Boards/Firmware", FirmwareCache.DefaultFolder, tools),
            TimeProvider.System)
        {
            UseExtension = !parsed.GetValue(_official),
            Verify = parsed.GetValue(_verify),
            ArenaBytes = parsed.GetValue(_arena),
        };
    }
}

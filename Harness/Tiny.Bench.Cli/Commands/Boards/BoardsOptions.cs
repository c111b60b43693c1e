using System.CommandLine;
using Tiny.Bench.Boards.Catalog;

namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>What the commands about boards share.</summary>
internal static class BoardsOptions
{
    public static Option<string?> Catalog() =>
        CommonOptions.Path("--catalog", "Folder with descriptions of more boards, one JSON file each, beside those that come with the program.");

    public static Argument<string> Board() => new("BOARD") { Description = "A board's id; tinybench boards list prints them." };

    /// <summary>The shipped boards and those of <see cref="Catalog()"/>.</summary>
    public static BoardCatalog Load(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } folder ? BoardCatalog.Load(BoardCatalog.DefaultFolder, folder) : BoardCatalog.Load();

    /// <summary>The board of an id.</summary>
    /// <exception cref="RequestException">There is none.</exception>
    public static BoardDescription Find(BoardCatalog catalog, string id) => catalog.Find(id)
        ?? throw new RequestException($"board \"{id}\" is not known; expected one of {string.Join(", ", catalog.Boards.Select(board => board.Id))}");
}

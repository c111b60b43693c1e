using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Catalog;

/// <summary>The boards that are known: those that come with the program, and those of folders that the user names.</summary>
public sealed class BoardCatalog
{
    private readonly Dictionary<string, BoardDescription> _boards;

    private BoardCatalog(Dictionary<string, BoardDescription> boards)
    {
        _boards = boards;
        Boards = [.. boards.Values.OrderBy(board => board.Kind).ThenBy(board => board.Id, StringComparer.Ordinal)];
    }

    /// <summary>The catalogue that comes with the program: beside the executable.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "Boards", "Catalog");

    /// <summary>Every board: hardware first, then virtual ones, each kind by id.</summary>
    public IReadOnlyList<BoardDescription> Boards { get; }

    /// <summary>Reads every <c>*.json</c> of the folders; other files are left alone.</summary>
    /// <param name="folders">The folders; none stands for <see cref="DefaultFolder"/>.</param>
    /// <exception cref="MissingFileException">A folder is not there, or holds no board.</exception>
    /// <exception cref="CatalogException">A file has faults, or two files describe one board.</exception>
    public static BoardCatalog Load(params IReadOnlyList<string> folders)
    {
        var boards = new Dictionary<string, BoardDescription>(StringComparer.Ordinal);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string folder in folders.Count == 0 ? [DefaultFolder] : folders)
        {
            foreach (string file in FilesOf(folder))
            {
                BoardDescription board = BoardReader.Read(file, File.ReadAllBytes(file));
                if (files.TryGetValue(board.Id, out string? first))
                    throw new CatalogException(file, [$"$.id: is \"{board.Id}\", which {first} describes too; expected an id of its own"]);
                boards.Add(board.Id, board);
                files.Add(board.Id, file);
            }
        }

        return new BoardCatalog(boards);
    }

    /// <summary>The board with this id; null when there is none.</summary>
    public BoardDescription? Find(string id) => _boards.GetValueOrDefault(id);

    /// <summary>The boards that show up on USB under these ids; several, where they share a debug adapter.</summary>
    public IReadOnlyList<BoardDescription> Matching(UsbId usb) => [.. Boards.Where(board => board.Usb is { } facts && facts.Ids.Contains(usb))];

    private static string[] FilesOf(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        if (files.Length == 0)
            throw new MissingFileException("board catalogue", [Path.GetFullPath(folder)], "It is a folder with one JSON file for each board.");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Tiny.Bench.Results.Records;

/// <summary>A folder of records, with folders in it at will. Records are added and never changed; several processes may write at once.</summary>
/// <remarks>
/// A record is a <c>*.json</c> file; <c>*.seal.json</c> is a record's seal, <c>index.jsonl</c> the index, <c>.*.tmp</c> a file being written,
/// and any other file evidence. Made for one thread; each thread or process makes its own.
/// </remarks>
public sealed class RecordStore
{
    private readonly TimeProvider _time;
    private readonly Func<string, byte[]> _readFile;
    private bool _cleaned;

    /// <summary>Names a store; a folder that is not there is empty, and made by the first write.</summary>
    public RecordStore(string folder)
        : this(folder, TimeProvider.System, RunRecordStore.ReadBytes)
    {
    }

    internal RecordStore(string folder, TimeProvider time, Func<string, byte[]> readFile)
    {
        Folder = Path.GetFullPath(folder);
        _time = time;
        _readFile = readFile;
    }

    /// <summary>Full path of the root.</summary>
    public string Folder { get; }

    /// <summary>Adds a record at the root, as <see cref="RunRecordStore.Write(string, RunRecord)"/> does; the first one also removes what killed writers left.</summary>
    /// <returns>Full path of the file.</returns>
    /// <exception cref="RecordException">The folder cannot be written, or the disk is full; no partial file stays.</exception>
    public string Write(RunRecord record)
    {
        // Once: a look through the folder at each write would make many writes quadratic.
        if (!_cleaned)
            TemporaryName.RemoveOld(Folder, _time);
        _cleaned = true;
        return RunRecordStore.Write(Folder, record, RunRecordStore.CreateFile);
    }

    /// <summary>Reads every record, each file once.</summary>
    public StoreContents Read()
    {
        var records = new List<StoredRecord>();
        var problems = new List<StoreProblem>();
        foreach (StoreFile file in StoreListing.Of(Folder))
        {
            if (TryRead(file, problems, out RunRecord? record, out _))
                records.Add(new StoredRecord(file.Name, record) { Folder = Path.GetDirectoryName(file.Path) });
        }

        return new StoreContents(records, problems);
    }

    /// <summary>The index, brought up to date: a record is opened only when the index does not have it with its length and time.</summary>
    public RecordIndex Index() => Index(RecordIndexFile.Read(Folder));

    /// <summary>The index, made from the records alone.</summary>
    public RecordIndex RebuildIndex() => Index([]);

    private RecordIndex Index(Dictionary<string, RecordIndexEntry> known)
    {
        var entries = new List<RecordIndexEntry>();
        var problems = new List<StoreProblem>();
        int kept = 0;
        foreach (StoreFile file in StoreListing.Of(Folder))
        {
            if (!file.IsLink && known.TryGetValue(file.Name, out RecordIndexEntry? entry) && entry.Bytes == file.Bytes && entry.Modified == file.Modified)
            {
                entries.Add(entry);
                kept++;
            }
            else if (TryRead(file, problems, out RunRecord? record, out string sha256))
            {
                entries.Add(RecordIndexEntry.Of(file, sha256, record));
            }
        }

        if (kept < entries.Count || kept < known.Count)
            RecordIndexFile.Write(Folder, entries);
        return new RecordIndex(entries, problems);
    }

    private bool TryRead(StoreFile file, List<StoreProblem> problems, [NotNullWhen(true)] out RunRecord? record, out string sha256)
    {
        (record, sha256) = (null, "");
        try
        {
            if (file.IsLink)
                throw new RecordException(file.Name, "is a link; a store reads nothing through one");
            byte[] content = _readFile(file.Path);
            record = RunRecordJson.Read(file.Name, content);
            sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
            return true;
        }
        catch (Exception problem) when (problem is RecordException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new StoreProblem(file.Name, problem.Message));
            return false;
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Tiny.Bench.Core;

namespace Tiny.Bench.Results.Records;

/// <summary>The answers of an accuracy run, sample by sample, beside its record: <c>answers-DIGEST.csv</c>, where the digest is of the bytes.</summary>
/// <remarks>The name comes from the content alone: runs with the same answers share a file, and a record names none outside its folder.</remarks>
public static class AnswerFile
{
    /// <summary>Path of the answers of a record.</summary>
    /// <param name="folder">The record's folder.</param>
    /// <param name="sha256">Its <see cref="QualityRecord.AnswersSha256"/>.</param>
    /// <exception cref="RecordException">That is no SHA-256 in lower-case hexadecimal.</exception>
    public static string PathOf(string folder, string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, $"answers-{sha256}.csv")
        : throw new RecordException($"{folder} at $.quality.answersSha256", "is no SHA-256; expected 64 lower-case hexadecimal digits");

    /// <summary>Writes the answers, whole or not at all; a folder that is not there is made.</summary>
    /// <returns>SHA-256 of the file.</returns>
    /// <exception cref="RecordException">The folder cannot be written.</exception>
    public static string Write(string folder, IReadOnlyList<SampleAnswer> answers)
    {
        byte[] content = Format(answers);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        string path = PathOf(Path.GetFullPath(folder), sha256);
        try
        {
            Directory.CreateDirectory(folder);
            RunRecordStore.TryWrite(path, content, RunRecordStore.CreateFile);
            return sha256;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(path, $"cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Reads the answers of a record.</summary>
    /// <exception cref="MissingFileException">The file is not beside the record.</exception>
    /// <exception cref="RecordException">The file has another digest, or is no table of answers.</exception>
    public static IReadOnlyList<SampleAnswer> Read(string folder, string sha256)
    {
        string path = PathOf(folder, sha256);
        if (!File.Exists(path))
            throw new MissingFileException($"answers {Path.GetFileName(path)}", [path], "They are written beside the record by tinybench run --out DIR.");
        byte[] content = RunRecordStore.ReadBytes(path);
        string found = Convert.ToHexStringLower(SHA256.HashData(content));
        if (found != sha256)
            throw new RecordException(path, $"has SHA-256 {found}; its record names {sha256}");
        try
        {
            using var csv = new CsvReader(new StreamReader(new MemoryStream(content), Encoding.UTF8), CultureInfo.InvariantCulture);
            SampleAnswer[] answers = [.. csv.GetRecords<SampleAnswer>()];
            return answers.Length > 0 ? answers : throw new RecordException(path, "holds no answers");
        }
        catch (CsvHelperException problem)
        {
            throw new RecordException($"{path}, line {problem.Context?.Parser?.RawRow ?? 0}", "is no table of answers; expected file,class,top1,score,output", problem);
        }
    }

    private static byte[] Format(IReadOnlyList<SampleAnswer> answers)
    {
        var text = new StringWriter();
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
            csv.WriteRecords(answers);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

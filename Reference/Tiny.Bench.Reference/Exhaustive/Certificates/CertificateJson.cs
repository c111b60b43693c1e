using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>The text of a certificate: UTF-8, two blanks an indent, LF, camelCase. Same certificate, same bytes.</summary>
public static class CertificateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(RequantizationCertificate certificate) => [.. JsonSerializer.SerializeToUtf8Bytes(certificate, Options), (byte)'\n'];

    /// <summary>Reads a certificate.</summary>
    /// <param name="where">Name of the file for errors.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="CertificateException">The text is torn, of another schema, or a member is missing or unknown.</exception>
    public static RequantizationCertificate Read(string where, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RequantizationCertificate certificate = JsonSerializer.Deserialize<RequantizationCertificate>(bytes, Options)
                ?? throw new CertificateException(where, "is null; expected an object");
            if (certificate.Schema != RequantizationCertificate.CurrentSchema)
                throw new CertificateException($"{where} at $.schema", $"is {certificate.Schema}; expected {RequantizationCertificate.CurrentSchema}");
            if (certificate.Models.Any(HasNull))
                throw new CertificateException($"{where} at $.models", "has a null in a list; expected an object");
            return certificate;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            string line = (problem as JsonException)?.LineNumber is { } number ? $", line {number + 1}" : "";
            throw new CertificateException($"{where}{line}", $"is no certificate: {problem.Message}", problem);
        }
    }

    // The serializer's null checks end at the members; what a list holds may still be null.
    private static bool HasNull(CertifiedModel? model) =>
        model is null || model.Operators.Any(one => one is null || (one.Channels is { } channels && channels.Contains(null)));
}

namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>A certificate is malformed or contradicts itself.</summary>
public sealed class CertificateException : ReferenceException
{
    /// <summary>Creates the error; <paramref name="where"/> is the file, with its line where that is known.</summary>
    public CertificateException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}

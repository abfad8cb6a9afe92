namespace Devmap;

/// <summary>What a mapping shows.</summary>
/// <param name="Handler">Who fills it; <see langword="null"/>: anonymous memory.</param>
/// <param name="PageOffset">The page of the object that the first page of the mapping shows.</param>
/// <param name="File">What is mapped, where it wants to know; <see langword="null"/>: none.</param>
internal sealed record VmaBacking(IFaultHandler? Handler, long PageOffset, MappedFile? File);

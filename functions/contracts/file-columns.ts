/** What a file of a register looks like, as pages may know it: without the shapes. */
export { fileColumns, fileLimits, fileRegisters, type ColumnForm, type FileColumn, type FileRegister } from '../domain/register-file/columns.ts';

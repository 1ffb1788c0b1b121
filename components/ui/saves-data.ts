/** The reader's browser asks to save data. Not every browser can say so. */
export function savesData(): boolean {
  return (
    'connection' in navigator && Boolean((navigator.connection as { saveData?: boolean }).saveData)
  );
}
